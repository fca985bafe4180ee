/* memmem(3) is glibc's own, and no part of what Swift sees of it. */
#define _GNU_SOURCE
#include "CLibXML2.h"

#include <string.h>

ptrdiff_t oxml_find(const uint8_t *bytes, size_t count, const uint8_t *word, size_t length) {
  const uint8_t *found = memmem(bytes, count, word, length);
  return found == NULL ? -1 : found - bytes;
}

ptrdiff_t oxml_count(const uint8_t *bytes, ptrdiff_t count, uint8_t byte) {
  ptrdiff_t found = 0;
  while (count > 0) {
    /* No more than a byte can count: compilers make vectors of that. */
    ptrdiff_t length = count < 255 ? count : 255;
    uint8_t part = 0;
    for (ptrdiff_t index = 0; index < length; index++) part += bytes[index] == byte;
    found += part;
    bytes += length;
    count -= length;
  }
  return found;
}
