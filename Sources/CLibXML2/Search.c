/* memmem(3) is glibc's own, and no part of what Swift sees of it. */
#define _GNU_SOURCE
#include "CLibXML2.h"

#include <string.h>

ptrdiff_t oxml_find(const uint8_t *bytes, size_t count, const uint8_t *word, size_t length) {
  const uint8_t *found = memmem(bytes, count, word, length);
  return found == NULL ? -1 : found - bytes;
}
