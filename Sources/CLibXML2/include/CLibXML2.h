/* A narrow door to libxml2's SAX2 push parser: bytes go in by the chunk, events come out by the batch.
 *
 * libxml2's own headers never pass this door (they drag in ICU's, which collide with Foundation's). Names are numbered:
 * every (namespace, local name) pair that a document uses gets a number from 0, in order of appearance, so that callers
 * compare integers and make a string once a document. Texts are UTF-8, entities and character references resolved.
 *
 * Safe by construction: nothing is ever loaded (no network, no DTD, no external entity), a document type declaration
 * is refused or skipped as the policy says, an internal subset is always refused, so that no entity but the five
 * predefined ones can exist; elements nest at most OXML_MAX_DEPTH deep; libxml2's own limits on names, attribute values
 * and its dictionary stay on (XML_PARSE_HUGE is never set). Running text has no limit but memory. */
#ifndef CLIBXML2_H
#define CLIBXML2_H

#include <stddef.h>
#include <stdint.h>

/* The deepest nesting of elements that is read. */
#define OXML_MAX_DEPTH 256

/* What an event says. */
#define OXML_START_ELEMENT 1
#define OXML_END_ELEMENT 2
#define OXML_TEXT 3

/* Where a reader stands. */
#define OXML_READING 0
#define OXML_FINISHED 1
#define OXML_FAILED 2

/* What is wrong, where `oxml_failure` is not libxml2's own message. */
#define OXML_NOT_WELL_FORMED 1
#define OXML_TRUNCATED 2
#define OXML_DOCTYPE 3
#define OXML_INTERNAL_SUBSET 4
#define OXML_ENTITY 5
#define OXML_TOO_DEEP 6
#define OXML_EMPTY 7
#define OXML_NO_MEMORY 8

/* One attribute: the number of its name, and its value as bytes of the arena. */
typedef struct {
  int32_t name;
  size_t offset;
  size_t count;
} OXMLAttribute;

/* One event. `offset` and `count` give a text's bytes in the arena; `first_attribute` and `attribute_count` a start
 * tag's attributes. `line` is counted from 1 and is where the event's markup ends. */
typedef struct {
  int32_t kind;
  int32_t line;
  int32_t name;
  int32_t attribute_count;
  size_t first_attribute;
  size_t offset;
  size_t count;
} OXMLEvent;

/* The batch that the last `oxml_feed` made; valid until the next call. */
typedef struct {
  const OXMLEvent *events;
  size_t event_count;
  const OXMLAttribute *attributes;
  const uint8_t *arena;
  int32_t state;
} OXMLBatch;

/* What went wrong. `message` is NUL-terminated UTF-8; for OXML_TRUNCATED `element_line` is where the innermost open
 * element began and `message` its name. */
typedef struct {
  int32_t problem;
  int32_t line;
  int32_t element_line;
  const char *message;
} OXMLFailure;

typedef struct OXMLReader OXMLReader;

/* A reader of a document whose first bytes (at most 4, for the encoding) are given; NULL when memory is short.
 * `allows_doctype`: whether a document type declaration without internal subset is skipped rather than refused. */
OXMLReader *oxml_open(const uint8_t *first, size_t count, int32_t allows_doctype);

/* Closes the reader and frees what it holds. */
void oxml_close(OXMLReader *reader);

/* Parses `count` more bytes (`is_last` at the end) and gives the events they make. The last event of the previous batch
 * is kept as the first of this one where `keeps_last` says so: a text may go on in the next chunk. The bytes are not
 * held on to. */
OXMLBatch oxml_feed(OXMLReader *reader, const uint8_t *bytes, size_t count, int32_t is_last, int32_t keeps_last);

/* How many names have been numbered. */
int32_t oxml_name_count(const OXMLReader *reader);

/* The local name of that number, NUL-terminated UTF-8. */
const char *oxml_local_name(const OXMLReader *reader, int32_t name);

/* The namespace of that number, or NULL where it is in none. */
const char *oxml_namespace(const OXMLReader *reader, int32_t name);

/* Why the state is OXML_FAILED; valid as long as the reader. */
OXMLFailure oxml_failure(const OXMLReader *reader);

/* The offset of the first `word` in `bytes`, or -1 where there is none. */
ptrdiff_t oxml_find(const uint8_t *bytes, size_t count, const uint8_t *word, size_t length);

/* How many of `bytes` are `byte`. */
ptrdiff_t oxml_count(const uint8_t *bytes, ptrdiff_t count, uint8_t byte);

#endif
