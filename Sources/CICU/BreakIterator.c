/* Sentence boundaries over UTF-8: a UBreakIterator and the UText that it reads from, with one owner. */
#include "CICU.h"

#include <stdlib.h>
#include <string.h>
#include <unicode/ubrk.h>
#include <unicode/utext.h>

struct cicu_sentence_breaks {
  UBreakIterator *iterator;
  UText text;
};

cicu_sentence_breaks *cicu_sentence_breaks_open(const char *locale, int32_t *status) {
  UErrorCode code = U_ZERO_ERROR;
  UBreakIterator *iterator = ubrk_open(UBRK_SENTENCE, locale, NULL, 0, &code);
  if (U_FAILURE(code)) {
    *status = code;
    return NULL;
  }
  cicu_sentence_breaks *breaks = malloc(sizeof *breaks);
  if (breaks == NULL) {
    ubrk_close(iterator);
    *status = U_MEMORY_ALLOCATION_ERROR;
    return NULL;
  }
  UText empty = UTEXT_INITIALIZER;
  breaks->iterator = iterator;
  breaks->text = empty;
  /* "en" falls back on the root's rules: that is a warning (below 0), and no news to the caller. */
  *status = U_ZERO_ERROR;
  return breaks;
}

void cicu_sentence_breaks_close(cicu_sentence_breaks *breaks) {
  ubrk_close(breaks->iterator);
  utext_close(&breaks->text);
  free(breaks);
}

void cicu_sentence_breaks_set_text(
    cicu_sentence_breaks *breaks, const uint8_t *utf8, int32_t count, int32_t *status) {
  UErrorCode code = U_ZERO_ERROR;
  utext_openUTF8(&breaks->text, (const char *)utf8, count, &code);
  ubrk_setUText(breaks->iterator, &breaks->text, &code);
  *status = code;
}

int32_t cicu_sentence_breaks_next(cicu_sentence_breaks *breaks) {
  return ubrk_next(breaks->iterator);
}

bool cicu_sentence_breaks_have_equal_rules(
    cicu_sentence_breaks *one, cicu_sentence_breaks *other, int32_t *status) {
  UErrorCode code = U_ZERO_ERROR;
  int32_t size = ubrk_getBinaryRules(one->iterator, NULL, 0, &code);
  int32_t otherSize = ubrk_getBinaryRules(other->iterator, NULL, 0, &code);
  if (U_FAILURE(code) || size != otherSize) {
    *status = code;
    return false;
  }
  uint8_t *rules = malloc((size_t)size * 2);
  if (rules == NULL) {
    *status = U_MEMORY_ALLOCATION_ERROR;
    return false;
  }
  ubrk_getBinaryRules(one->iterator, rules, size, &code);
  ubrk_getBinaryRules(other->iterator, rules + size, size, &code);
  bool equal = U_SUCCESS(code) && memcmp(rules, rules + size, (size_t)size) == 0;
  free(rules);
  *status = code;
  return equal;
}
