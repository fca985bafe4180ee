/* Numbers for names: (namespace, local name) pairs by the order in which they first appear. */
#ifndef NAMES_H
#define NAMES_H

#include <libxml/xmlstring.h>
#include <stddef.h>
#include <stdint.h>

typedef struct {
  const xmlChar *local;
  const xmlChar *uri;
} Name;

/* Names by number, and an open-addressed table from libxml2's interned pointers to numbers (-1: free). */
typedef struct {
  Name *names;
  int32_t count;
  size_t capacity;
  int32_t *slots;
  size_t slot_count;
} NameTable;

/* Makes room for `needed` elements of `size` bytes in `*array`; 0 when memory is short. */
int grow(void **array, size_t *capacity, size_t needed, size_t size);

/* Makes the table ready; 0 when memory is short. */
int names_open(NameTable *table);

/* Frees what the table holds; the strings are libxml2's. */
void names_close(NameTable *table);

/* The number of a name, given anew where it has none; -1 when memory is short. Both strings come from the dictionary of
 * one parser, so that equal strings are equal pointers. */
int32_t names_number(NameTable *table, const xmlChar *local, const xmlChar *uri);

#endif
