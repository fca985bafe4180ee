/* The part of ICU that Overzet uses, in a header of its own.
 *
 * ICU's headers can't be imported by Swift code that also sees Foundation, which carries an ICU of its own, and ICU's
 * functions have versioned names that Swift can't call. So nothing of ICU's is named here: handles are opaque, code
 * units are uint16_t, and every status is ICU's UErrorCode as an int32_t: above 0 an error, else success or a warning.
 * UnicodeText is the only module that imports this. */
#ifndef CICU_H
#define CICU_H

#include <stdbool.h>
#include <stdint.h>

#if defined(__clang__)
#pragma clang assume_nonnull begin
#endif

/* Status.c */

/* ICU's name of a status, such as "U_BUFFER_OVERFLOW_ERROR"; lives for ever. */
const char *cicu_status_name(int32_t status);
/* Whether `status` says only that the destination was too small. */
bool cicu_status_is_overflow(int32_t status);

/* BreakIterator.c: sentence boundaries (UAX #29) as ICU's own rules for a locale give them. */

typedef struct cicu_sentence_breaks cicu_sentence_breaks;

/* An iterator with the sentence rules of `locale` (an ICU or BCP 47 name), or null and a status above 0. */
cicu_sentence_breaks *_Nullable cicu_sentence_breaks_open(const char *locale, int32_t *status);
void cicu_sentence_breaks_close(cicu_sentence_breaks *breaks);
/* Begins on `count` bytes of UTF-8, which must stay where they are while boundaries are asked for. */
void cicu_sentence_breaks_set_text(
    cicu_sentence_breaks *breaks, const uint8_t *utf8, int32_t count, int32_t *status);
/* The byte offset of the next boundary, or -1 after the last. */
int32_t cicu_sentence_breaks_next(cicu_sentence_breaks *breaks);
/* Whether both have the same compiled rules. */
bool cicu_sentence_breaks_have_equal_rules(
    cicu_sentence_breaks *one, cicu_sentence_breaks *other, int32_t *status);

/* Normalization.c: from `count` UTF-16 code units at `source` to at most `capacity` at `destination`. Each gives the
 * number of code units of the whole result, which may be more than `capacity`; then the status is an overflow. */

int32_t cicu_nfc(
    const uint16_t *source, int32_t count, uint16_t *destination, int32_t capacity, int32_t *status);
int32_t cicu_nfd(
    const uint16_t *source, int32_t count, uint16_t *destination, int32_t capacity, int32_t *status);
int32_t cicu_nfkc_casefold(
    const uint16_t *source, int32_t count, uint16_t *destination, int32_t capacity, int32_t *status);
/* Full lower-casing by the rules of no language. */
int32_t cicu_lowercase(
    const uint16_t *source, int32_t count, uint16_t *destination, int32_t capacity, int32_t *status);
/* Whether NFKC case folding never changes anything across the place before `scalar`. */
bool cicu_nfkc_casefold_has_boundary_before(uint32_t scalar, int32_t *status);

/* Characters.c */

/* The Sentence_Break property; the values are those of `SentenceBreakClass`. */
int32_t cicu_sentence_break_class(uint32_t scalar);
/* The Word_Break property; the values are UWordBreakValues. */
int32_t cicu_word_break_class(uint32_t scalar);
/* Whether the general category is a letter, a mark or a number. */
bool cicu_is_letter_mark_or_number(uint32_t scalar);
/* The simple lower-case mapping, one scalar to one. */
uint32_t cicu_simple_lowercase(uint32_t scalar);

#if defined(__clang__)
#pragma clang assume_nonnull end
#endif

#endif
