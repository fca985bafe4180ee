/* Properties of single characters. */
#include "CICU.h"

#include <unicode/uchar.h>

int32_t cicu_sentence_break_class(uint32_t scalar) {
  return u_getIntPropertyValue((UChar32)scalar, UCHAR_SENTENCE_BREAK);
}

int32_t cicu_word_break_class(uint32_t scalar) {
  return u_getIntPropertyValue((UChar32)scalar, UCHAR_WORD_BREAK);
}

bool cicu_is_letter_mark_or_number(uint32_t scalar) {
  return (U_GET_GC_MASK((UChar32)scalar) & (U_GC_L_MASK | U_GC_M_MASK | U_GC_N_MASK)) != 0;
}

uint32_t cicu_simple_lowercase(uint32_t scalar) {
  return (uint32_t)u_tolower((UChar32)scalar);
}
