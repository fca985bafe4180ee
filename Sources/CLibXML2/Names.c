#include "Names.h"

#include <stdlib.h>
#include <string.h>

int grow(void **array, size_t *capacity, size_t needed, size_t size) {
  if (needed <= *capacity) return 1;
  size_t wanted = *capacity < 64 ? 64 : *capacity * 2;
  while (wanted < needed) wanted *= 2;
  void *larger = realloc(*array, wanted * size);
  if (larger == NULL) return 0;
  *array = larger;
  *capacity = wanted;
  return 1;
}

/* The slot that holds the pair, or the free one where it belongs. */
static size_t slot_of(const NameTable *table, const xmlChar *local, const xmlChar *uri) {
  uint64_t hash = ((uint64_t)(uintptr_t)local * 0x9E3779B97F4A7C15u) ^ ((uint64_t)(uintptr_t)uri * 0xC2B2AE3D27D4EB4Fu);
  size_t slot = (size_t)(hash >> 20) & (table->slot_count - 1);
  for (;;) {
    int32_t number = table->slots[slot];
    if (number < 0) return slot;
    if (table->names[number].local == local && table->names[number].uri == uri) return slot;
    slot = (slot + 1) & (table->slot_count - 1);
  }
}

/* `slot_count` is a power of two. */
static int rehash(NameTable *table, size_t slot_count) {
  int32_t *slots = malloc(slot_count * sizeof *slots);
  if (slots == NULL) return 0;
  memset(slots, 0xFF, slot_count * sizeof *slots);
  free(table->slots);
  table->slots = slots;
  table->slot_count = slot_count;
  for (int32_t number = 0; number < table->count; number++)
    slots[slot_of(table, table->names[number].local, table->names[number].uri)] = number;
  return 1;
}

int names_open(NameTable *table) { return rehash(table, 256); }

void names_close(NameTable *table) {
  free(table->names);
  free(table->slots);
}

int32_t names_number(NameTable *table, const xmlChar *local, const xmlChar *uri) {
  size_t slot = slot_of(table, local, uri);
  if (table->slots[slot] >= 0) return table->slots[slot];
  if (!grow((void **)&table->names, &table->capacity, (size_t)table->count + 1, sizeof *table->names)) return -1;
  int32_t number = table->count++;
  table->names[number].local = local;
  table->names[number].uri = uri;
  table->slots[slot] = number;
  if ((size_t)table->count * 2 > table->slot_count && !rehash(table, table->slot_count * 2)) return -1;
  return number;
}
