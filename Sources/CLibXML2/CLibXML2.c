/* The door's other side: libxml2's SAX2 callbacks append to growing arrays; see CLibXML2.h for the contract. */
#include "CLibXML2.h"

#include "Names.h"

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#define MESSAGE_SIZE 512

typedef struct {
  int32_t name;
  int32_t line;
} OpenElement;

struct OXMLReader {
  xmlParserCtxtPtr context;
  int32_t allows_doctype;
  int32_t state;

  OXMLEvent *events;
  size_t event_count, event_capacity;
  OXMLAttribute *attributes;
  size_t attribute_count, attribute_capacity;
  uint8_t *arena;
  size_t arena_count, arena_capacity;

  NameTable names;

  OpenElement open[OXML_MAX_DEPTH];
  int32_t depth;
  int32_t is_finishing;

  OXMLFailure failure;
  char message[MESSAGE_SIZE];
};

static pthread_once_t library_once = PTHREAD_ONCE_INIT;

static void start_library(void) { xmlInitParser(); }

/* MARK: failing */

static int32_t current_line(const OXMLReader *reader) {
  const xmlParserInputPtr input = reader->context != NULL ? reader->context->input : NULL;
  return input != NULL ? (int32_t)input->line : 0;
}

/* Records the first failure and stops the parser; later ones are its consequences. */
static void fail(OXMLReader *reader, int32_t problem, int32_t line, const char *message) {
  if (reader->state == OXML_FAILED) return;
  reader->state = OXML_FAILED;
  reader->failure.problem = problem;
  reader->failure.line = line;
  size_t length = strlen(message);
  if (length >= MESSAGE_SIZE) length = MESSAGE_SIZE - 1;
  memcpy(reader->message, message, length);
  /* A cut must not leave half a character, and libxml2 ends its messages with a line feed. */
  while (length > 0 && ((uint8_t)reader->message[length - 1] >= 0x80 ? length == MESSAGE_SIZE - 1
                                                                     : reader->message[length - 1] == '\n'))
    length--;
  reader->message[length] = 0;
  /* Not xmlStopParser: it frees the input under the parser's feet. No more callbacks come, and no more chunks go in. */
  if (reader->context != NULL) reader->context->disableSAX = 1;
}

static void out_of_memory(OXMLReader *reader) { fail(reader, OXML_NO_MEMORY, current_line(reader), "memory is short"); }

/* MARK: events */

static OXMLEvent *append_event(OXMLReader *reader, int32_t kind) {
  if (!grow((void **)&reader->events, &reader->event_capacity, reader->event_count + 1, sizeof *reader->events)) {
    out_of_memory(reader);
    return NULL;
  }
  OXMLEvent *event = &reader->events[reader->event_count++];
  memset(event, 0, sizeof *event);
  event->kind = kind;
  event->line = current_line(reader);
  return event;
}

static int append_bytes(OXMLReader *reader, const xmlChar *bytes, size_t count) {
  if (!grow((void **)&reader->arena, &reader->arena_capacity, reader->arena_count + count, 1)) {
    out_of_memory(reader);
    return 0;
  }
  memcpy(reader->arena + reader->arena_count, bytes, count);
  reader->arena_count += count;
  return 1;
}

static void on_start(
    void *data, const xmlChar *local, const xmlChar *prefix, const xmlChar *uri, int namespace_count,
    const xmlChar **namespaces, int attribute_count, int defaulted_count, const xmlChar **attributes) {
  (void)prefix, (void)namespace_count, (void)namespaces, (void)defaulted_count;
  OXMLReader *reader = data;
  if (reader->state == OXML_FAILED) return;
  if (reader->depth >= OXML_MAX_DEPTH) {
    fail(reader, OXML_TOO_DEEP, current_line(reader), (const char *)local);
    return;
  }
  OXMLEvent *event = append_event(reader, OXML_START_ELEMENT);
  if (event == NULL) return;
  event->name = names_number(&reader->names, local, uri);
  event->first_attribute = reader->attribute_count;
  event->attribute_count = attribute_count;
  if (event->name < 0 || !grow((void **)&reader->attributes, &reader->attribute_capacity,
                               reader->attribute_count + (size_t)attribute_count, sizeof *reader->attributes)) {
    out_of_memory(reader);
    return;
  }
  reader->open[reader->depth].name = event->name;
  reader->open[reader->depth].line = event->line;
  reader->depth++;
  for (int index = 0; index < attribute_count; index++) {
    /* libxml2 gives five pointers an attribute: local name, prefix, namespace, value's start and end. */
    const xmlChar **attribute = attributes + (size_t)index * 5;
    OXMLAttribute *slot = &reader->attributes[reader->attribute_count++];
    slot->name = names_number(&reader->names, attribute[0], attribute[2]);
    slot->offset = reader->arena_count;
    slot->count = (size_t)(attribute[4] - attribute[3]);
    if (slot->name < 0) {
      out_of_memory(reader);
      return;
    }
    if (!append_bytes(reader, attribute[3], slot->count)) return;
  }
}

static void on_end(void *data, const xmlChar *local, const xmlChar *prefix, const xmlChar *uri) {
  (void)prefix;
  OXMLReader *reader = data;
  if (reader->state == OXML_FAILED) return;
  OXMLEvent *event = append_event(reader, OXML_END_ELEMENT);
  if (event == NULL) return;
  event->name = names_number(&reader->names, local, uri);
  if (reader->depth > 0) reader->depth--;
}

/* Text and CDATA; pieces that follow each other become one event. */
static void on_text(void *data, const xmlChar *bytes, int count) {
  OXMLReader *reader = data;
  if (reader->state == OXML_FAILED || reader->depth == 0 || count <= 0) return;
  OXMLEvent *last = reader->event_count > 0 ? &reader->events[reader->event_count - 1] : NULL;
  if (last == NULL || last->kind != OXML_TEXT) {
    last = append_event(reader, OXML_TEXT);
    if (last == NULL) return;
    last->offset = reader->arena_count;
  }
  if (append_bytes(reader, bytes, (size_t)count)) last->count += (size_t)count;
}

/* MARK: what is refused */

/* The input ended too soon: libxml2's words for that are wrong in push mode, so we say it. 0 where it did not. */
static int fail_if_cut(OXMLReader *reader) {
  if (reader->depth > 0) {
    const OpenElement *innermost = &reader->open[reader->depth - 1];
    reader->failure.element_line = innermost->line;
    fail(reader, OXML_TRUNCATED, current_line(reader), (const char *)reader->names.names[innermost->name].local);
    return 1;
  }
  if (reader->names.count == 0) {
    fail(reader, OXML_EMPTY, current_line(reader), "no element");
    return 1;
  }
  return 0;
}

static void on_doctype(void *data, const xmlChar *name, const xmlChar *public_id, const xmlChar *system_id) {
  (void)public_id, (void)system_id;
  OXMLReader *reader = data;
  const xmlParserInputPtr input = reader->context->input;
  /* libxml2 calls this with the cursor on what follows the external identifier: `[` opens an internal subset. */
  if (input != NULL && input->cur != NULL && *input->cur == '[')
    fail(reader, OXML_INTERNAL_SUBSET, current_line(reader), (const char *)name);
  else if (!reader->allows_doctype)
    fail(reader, OXML_DOCTYPE, current_line(reader), (const char *)name);
}

static void on_entity_declaration(
    void *data, const xmlChar *name, int type, const xmlChar *public_id, const xmlChar *system_id, xmlChar *content) {
  (void)type, (void)public_id, (void)system_id, (void)content;
  OXMLReader *reader = data;
  fail(reader, OXML_INTERNAL_SUBSET, current_line(reader), (const char *)name);
}

static void on_reference(void *data, const xmlChar *name) {
  OXMLReader *reader = data;
  fail(reader, OXML_ENTITY, current_line(reader), (const char *)name);
}

static xmlParserInputPtr on_resolve(void *data, const xmlChar *public_id, const xmlChar *system_id) {
  (void)data, (void)public_id, (void)system_id;
  return NULL;
}

static void on_error(void *data, xmlErrorPtr error) {
  OXMLReader *reader = data;
  if (error == NULL || reader->state == OXML_FAILED) return;
  /* An undeclared entity is but a warning where a DTD might have declared it; here it would be text lost. */
  int is_entity = error->code == XML_ERR_UNDECLARED_ENTITY || error->code == XML_WAR_UNDECLARED_ENTITY;
  if (error->level < XML_ERR_ERROR && !is_entity) return;
  if (reader->is_finishing && fail_if_cut(reader)) return;
  if (is_entity && error->str1 != NULL)
    fail(reader, OXML_ENTITY, error->line, error->str1);
  else
    fail(reader, OXML_NOT_WELL_FORMED, error->line, error->message != NULL ? error->message : "unreadable");
}

/* MARK: the door */

OXMLReader *oxml_open(const uint8_t *first, size_t count, int32_t allows_doctype) {
  pthread_once(&library_once, start_library);
  OXMLReader *reader = calloc(1, sizeof *reader);
  if (reader == NULL) return NULL;
  reader->allows_doctype = allows_doctype;
  xmlSAXHandler handler;
  memset(&handler, 0, sizeof handler);
  handler.initialized = XML_SAX2_MAGIC;
  handler.startElementNs = on_start;
  handler.endElementNs = on_end;
  handler.characters = on_text;
  handler.ignorableWhitespace = on_text;
  handler.cdataBlock = on_text;
  handler.internalSubset = on_doctype;
  handler.entityDecl = on_entity_declaration;
  handler.reference = on_reference;
  handler.resolveEntity = on_resolve;
  handler.serror = on_error;
  if (names_open(&reader->names))
    reader->context = xmlCreatePushParserCtxt(&handler, reader, (const char *)first, (int)count, NULL);
  if (reader->context == NULL) {
    oxml_close(reader);
    return NULL;
  }
  /* NOENT makes libxml2 hand out attribute values with `&amp;` resolved; no other entity can be declared. */
  xmlCtxtUseOptions(reader->context, XML_PARSE_NONET | XML_PARSE_NOENT);
  return reader;
}

void oxml_close(OXMLReader *reader) {
  if (reader == NULL) return;
  if (reader->context != NULL) {
    if (reader->context->myDoc != NULL) xmlFreeDoc(reader->context->myDoc);
    reader->context->myDoc = NULL;
    xmlFreeParserCtxt(reader->context);
  }
  free(reader->events);
  free(reader->attributes);
  free(reader->arena);
  names_close(&reader->names);
  free(reader);
}

/* Empties the batch, but for the last event's text where it is kept. */
static void forget(OXMLReader *reader, int32_t keeps_last) {
  if (keeps_last && reader->event_count > 0) {
    OXMLEvent last = reader->events[reader->event_count - 1];
    memmove(reader->arena, reader->arena + last.offset, last.count);
    last.offset = 0;
    reader->events[0] = last;
    reader->event_count = 1;
    reader->arena_count = last.count;
  } else {
    reader->event_count = 0;
    reader->arena_count = 0;
  }
  reader->attribute_count = 0;
}

OXMLBatch oxml_feed(OXMLReader *reader, const uint8_t *bytes, size_t count, int32_t is_last, int32_t keeps_last) {
  forget(reader, keeps_last);
  if (reader->state == OXML_READING) {
    xmlParseChunk(reader->context, (const char *)bytes, (int)count, 0);
    if (is_last && reader->state == OXML_READING) {
      reader->is_finishing = 1;
      xmlParseChunk(reader->context, NULL, 0, 1);
      if (reader->state == OXML_READING && !fail_if_cut(reader)) reader->state = OXML_FINISHED;
    }
  }
  OXMLBatch batch = {reader->events, reader->event_count, reader->attributes, reader->arena, reader->state};
  return batch;
}

int32_t oxml_name_count(const OXMLReader *reader) { return reader->names.count; }

const char *oxml_local_name(const OXMLReader *reader, int32_t name) {
  return (const char *)reader->names.names[name].local;
}

const char *oxml_namespace(const OXMLReader *reader, int32_t name) {
  return (const char *)reader->names.names[name].uri;
}

OXMLFailure oxml_failure(const OXMLReader *reader) {
  OXMLFailure failure = reader->failure;
  failure.message = reader->message;
  return failure;
}
