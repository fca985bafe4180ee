/* The door's other side: opening, feeding and closing; see CLibXML2.h for the contract. */
#include "CLibXML2.h"

#include "Reader.h"

#include <libxml/uri.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

static pthread_once_t library_once = PTHREAD_ONCE_INIT;

/* What fails outside of a parser, such as a conversion from another encoding, would be printed to standard error. */
static void say_nothing(void *data, xmlErrorPtr error) { (void)data, (void)error; }

static void start_library(void) {
  xmlInitParser();
  xmlSetStructuredErrorFunc(NULL, say_nothing);
  xmlThrDefSetStructuredErrorFunc(NULL, say_nothing);
}

OXMLReader *oxml_open(const uint8_t *first, size_t count, int32_t options) {
  pthread_once(&library_once, start_library);
  OXMLReader *reader = calloc(1, sizeof *reader);
  if (reader == NULL) return NULL;
  reader->options = options;
  xmlSAXHandler handler;
  memset(&handler, 0, sizeof handler);
  handler.initialized = XML_SAX2_MAGIC;
  set_events(&handler, options);
  set_refusals(&handler);
  if (names_open(&reader->names) && names_open(&reader->qualified))
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
  free(reader->declarations);
  free(reader->arena);
  names_close(&reader->names);
  names_close(&reader->qualified);
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
  reader->declaration_count = 0;
}

OXMLBatch oxml_feed(OXMLReader *reader, const uint8_t *bytes, size_t count, int32_t is_last, int32_t keeps_last) {
  forget(reader, keeps_last);
  if (reader->state == OXML_READING) {
    xmlParseChunk(reader->context, (const char *)bytes, (int)count, 0);
    check_waiting(reader);
    if (is_last && reader->state == OXML_READING) {
      reader->is_finishing = 1;
      xmlParseChunk(reader->context, NULL, 0, 1);
      if (reader->state == OXML_READING && !fail_if_cut(reader)) reader->state = OXML_FINISHED;
    }
  }
  OXMLBatch batch = {
      reader->events, reader->event_count, reader->attributes, reader->declarations, reader->arena, reader->state};
  return batch;
}

int32_t oxml_name_count(const OXMLReader *reader) { return reader->names.count; }

const char *oxml_local_name(const OXMLReader *reader, int32_t name) {
  return (const char *)reader->names.names[name].local;
}

const char *oxml_namespace(const OXMLReader *reader, int32_t name) {
  return (const char *)reader->names.names[name].uri;
}

int32_t oxml_qualified_count(const OXMLReader *reader) { return reader->qualified.count; }

const char *oxml_qualified_prefix(const OXMLReader *reader, int32_t name) {
  return (const char *)reader->qualified.names[name].uri;
}

const char *oxml_qualified_local_name(const OXMLReader *reader, int32_t name) {
  return (const char *)reader->qualified.names[name].local;
}

size_t oxml_held(const OXMLReader *reader) {
  return reader->arena_capacity + reader->event_capacity * sizeof *reader->events
         + reader->attribute_capacity * sizeof *reader->attributes
         + reader->declaration_capacity * sizeof *reader->declarations;
}

int32_t oxml_is_uri(const char *text) {
  xmlURIPtr uri = xmlParseURI(text);
  if (uri == NULL) return 0;
  xmlFreeURI(uri);
  return 1;
}

OXMLFailure oxml_failure(const OXMLReader *reader) {
  OXMLFailure failure = reader->failure;
  failure.message = reader->message;
  return failure;
}
