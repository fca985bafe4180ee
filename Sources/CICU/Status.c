/* Names for ICU's status codes. */
#include "CICU.h"

#include <unicode/utypes.h>

const char *cicu_status_name(int32_t status) {
  return u_errorName((UErrorCode)status);
}

bool cicu_status_is_overflow(int32_t status) {
  return status == U_BUFFER_OVERFLOW_ERROR;
}
