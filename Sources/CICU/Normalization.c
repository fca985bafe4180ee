/* Normalisation and case. The normalisers are ICU's singletons: nobody owns them, any thread may use them. */
#include "CICU.h"

#include <unicode/unorm2.h>
#include <unicode/ustring.h>

static int32_t normalize(
    const UNormalizer2 *normalizer, const uint16_t *source, int32_t count, uint16_t *destination, int32_t capacity,
    UErrorCode code, int32_t *status) {
  int32_t length = unorm2_normalize(normalizer, source, count, destination, capacity, &code);
  *status = code;
  return length;
}

int32_t cicu_nfc(
    const uint16_t *source, int32_t count, uint16_t *destination, int32_t capacity, int32_t *status) {
  UErrorCode code = U_ZERO_ERROR;
  return normalize(unorm2_getNFCInstance(&code), source, count, destination, capacity, code, status);
}

int32_t cicu_nfd(
    const uint16_t *source, int32_t count, uint16_t *destination, int32_t capacity, int32_t *status) {
  UErrorCode code = U_ZERO_ERROR;
  return normalize(unorm2_getNFDInstance(&code), source, count, destination, capacity, code, status);
}

int32_t cicu_nfkc_casefold(
    const uint16_t *source, int32_t count, uint16_t *destination, int32_t capacity, int32_t *status) {
  UErrorCode code = U_ZERO_ERROR;
  return normalize(unorm2_getNFKCCasefoldInstance(&code), source, count, destination, capacity, code, status);
}

int32_t cicu_lowercase(
    const uint16_t *source, int32_t count, uint16_t *destination, int32_t capacity, int32_t *status) {
  UErrorCode code = U_ZERO_ERROR;
  int32_t length = u_strToLower(destination, capacity, source, count, "", &code);
  *status = code;
  return length;
}

bool cicu_nfkc_casefold_has_boundary_before(uint32_t scalar, int32_t *status) {
  UErrorCode code = U_ZERO_ERROR;
  const UNormalizer2 *normalizer = unorm2_getNFKCCasefoldInstance(&code);
  *status = code;
  return U_SUCCESS(code) && unorm2_hasBoundaryBefore(normalizer, (UChar32)scalar);
}
