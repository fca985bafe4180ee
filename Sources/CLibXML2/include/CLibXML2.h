/* A narrow door to libxml2's SAX2 push parser: bytes go in by the chunk, events come out by the batch.
 *
 * libxml2's own headers never pass this door (they drag in ICU's, which collide with Foundation's). Names are numbered:
 * every (namespace, local name) pair that a document uses gets a number from 0, in order of appearance, so that callers
 * compare integers and make a string once a document. Texts are UTF-8, entities and character references resolved.
 *
 * Safe by construction: nothing is ever loaded (no network, no DTD, no external entity), a document type declaration
 * is refused or skipped as the policy says, an internal subset is always refused, so that no entity but the five
 * predefined ones can exist; what the OXML_MAX_… bounds say is refused beyond them; libxml2's own limits on names,
 * attribute values and its dictionary stay on (XML_PARSE_HUGE is never set). */
#ifndef CLIBXML2_H
#define CLIBXML2_H

#include <stddef.h>
#include <stdint.h>

/* The deepest nesting of elements that is read. */
#define OXML_MAX_DEPTH 256

/* The most bytes of UTF-8 that a text without an element in it may have. */
#define OXML_MAX_TEXT (16 << 20)

/* The most bytes that a tag, a comment, a processing instruction or, pushed, CDATA may have: libxml2 stops at 10,000,000. */
#define OXML_MAX_MARKUP 9500000

/* The most attributes of an element, namespace declarations among them. */
#define OXML_MAX_ATTRIBUTES 1024

/* The most different names of elements and attributes. */
#define OXML_MAX_NAMES 20000

/* Options of `oxml_open`: whether a document type declaration without internal subset is skipped rather than refused, and
 * whether prefixes, namespace declarations, comments and processing instructions are told. */
#define OXML_ALLOWS_DOCTYPE 1
#define OXML_KEEPS_MARKUP 2

/* What an event says; the last two only where markup is kept. */
#define OXML_START_ELEMENT 1
#define OXML_END_ELEMENT 2
#define OXML_TEXT 3
#define OXML_COMMENT 4
#define OXML_INSTRUCTION 5

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
#define OXML_LONG_TEXT 9
#define OXML_LONG_MARKUP 10
#define OXML_MANY_ATTRIBUTES 11
#define OXML_MANY_NAMES 12

/* One attribute: the number of its name, and its value as bytes of the arena. `qualified` is the number of the name as it
 * stands, where markup is kept. */
typedef struct {
  int32_t name;
  int32_t qualified;
  size_t offset;
  size_t count;
} OXMLAttribute;

/* One namespace declaration: `prefix_count` bytes of the arena from `offset` on, then `count` bytes of the URI. */
typedef struct {
  size_t offset;
  size_t prefix_count;
  size_t count;
} OXMLDeclaration;

/* One event. `offset` and `count` give the bytes in the arena of a text, a comment or what a processing instruction says,
 * whose target is the `target_count` bytes before; `first_attribute` and `attribute_count` a start tag's attributes.
 * `line` is counted from 1 and is where the event's markup ends. The rest is for where markup is kept: the number of the
 * name as it stands, and a start tag's declarations. */
typedef struct {
  int32_t kind;
  int32_t line;
  int32_t name;
  int32_t attribute_count;
  size_t first_attribute;
  size_t offset;
  size_t count;
  size_t target_count;
  int32_t qualified;
  int32_t declaration_count;
  size_t first_declaration;
} OXMLEvent;

/* The batch that the last `oxml_feed` made; valid until the next call. */
typedef struct {
  const OXMLEvent *events;
  size_t event_count;
  const OXMLAttribute *attributes;
  const OXMLDeclaration *declarations;
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

/* A reader of a document whose first bytes (at most 4, for the encoding) are given; NULL when memory is short. `options`:
 * OXML_… added up. */
OXMLReader *oxml_open(const uint8_t *first, size_t count, int32_t options);

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

/* How many names as they stand have been numbered. */
int32_t oxml_qualified_count(const OXMLReader *reader);

/* The prefix of the qualified name of that number, NUL-terminated UTF-8, or NULL where it has none. */
const char *oxml_qualified_prefix(const OXMLReader *reader, int32_t name);

/* The local part of the qualified name of that number, NUL-terminated UTF-8. */
const char *oxml_qualified_local_name(const OXMLReader *reader, int32_t name);

/* How many bytes the reader's own arrays take, libxml2's not counted. */
size_t oxml_held(const OXMLReader *reader);

/* Why the state is OXML_FAILED; valid as long as the reader. */
OXMLFailure oxml_failure(const OXMLReader *reader);

/* Whether libxml2 takes `text`, NUL-terminated, for a URI or a reference to one, as it asks of namespaces: 1 or 0. */
int32_t oxml_is_uri(const char *text);

/* The offset of the first `word` in `bytes`, or -1 where there is none. */
ptrdiff_t oxml_find(const uint8_t *bytes, size_t count, const uint8_t *word, size_t length);

/* How many of `bytes` are `byte`. */
ptrdiff_t oxml_count(const uint8_t *bytes, ptrdiff_t count, uint8_t byte);

#endif
