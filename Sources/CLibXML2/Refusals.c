/* What ends a reading: failures, what is refused, bounds. */
#include "Reader.h"

#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>
#include <string.h>

int32_t current_line(const OXMLReader *reader) {
  const xmlParserInputPtr input = reader->context != NULL ? reader->context->input : NULL;
  return input != NULL ? (int32_t)input->line : 0;
}

void fail(OXMLReader *reader, int32_t problem, int32_t line, const char *message) {
  if (reader->state == OXML_FAILED) return;
  reader->state = OXML_FAILED;
  reader->failure.problem = problem;
  reader->failure.line = line;
  /* The first line says it; a second one shows bytes. */
  size_t length = strcspn(message, "\n");
  if (length >= MESSAGE_SIZE) {
    length = MESSAGE_SIZE - 1;
    /* A cut must not leave half a character. */
    while (length > 0 && ((uint8_t)message[length] & 0xC0) == 0x80) length--;
  }
  memcpy(reader->message, message, length);
  reader->message[length] = 0;
  /* Not xmlStopParser: it frees the input under the parser's feet. No more callbacks come, and no more chunks go in. */
  if (reader->context != NULL) reader->context->disableSAX = 1;
}

void out_of_memory(OXMLReader *reader) { fail(reader, OXML_NO_MEMORY, current_line(reader), "memory is short"); }

int fail_if_cut(OXMLReader *reader) {
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

/* libxml2 2.9 compares every attribute of a tag with every other one once all of the tag is there; so the attributes are
 * counted before. A tag that comes with one chunk has no time to grow: `on_start` counts it. */
void check_waiting(OXMLReader *reader) {
  const xmlParserInputPtr input = reader->context->input;
  if (reader->state != OXML_READING || input == NULL || input->cur == NULL) return;
  size_t count = (size_t)(input->end - input->cur);
  if (count > OXML_MAX_MARKUP) {
    fail(reader, OXML_LONG_MARKUP, current_line(reader), "markup");
    return;
  }
  if (reader->context->instate != XML_PARSER_START_TAG) return;
  WaitingTag *tag = &reader->waiting;
  for (; tag->seen < count; tag->seen++) {
    uint8_t byte = input->cur[tag->seen];
    if (tag->quote != 0) {
      if (byte == tag->quote) tag->quote = 0;
    } else if (byte == '"' || byte == '\'') {
      tag->quote = byte;
      tag->attributes++;
    }
  }
  if (tag->attributes > OXML_MAX_ATTRIBUTES) fail(reader, OXML_MANY_ATTRIBUTES, current_line(reader), "attributes");
}

static void on_doctype(void *data, const xmlChar *name, const xmlChar *public_id, const xmlChar *system_id) {
  (void)public_id, (void)system_id;
  OXMLReader *reader = data;
  const xmlParserInputPtr input = reader->context->input;
  /* libxml2 calls this with the cursor on what follows the external identifier: `[` opens an internal subset. */
  if (input != NULL && input->cur != NULL && *input->cur == '[')
    fail(reader, OXML_INTERNAL_SUBSET, current_line(reader), (const char *)name);
  else if (!(reader->options & OXML_ALLOWS_DOCTYPE))
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

/* Which of our problems an error of libxml2 is; 0 where it is none of importance. */
static int32_t problem_of(const xmlError *error) {
  /* An undeclared entity is but a warning where a DTD might have declared it; here it would be text lost. */
  if (error->code == XML_ERR_UNDECLARED_ENTITY || error->code == XML_WAR_UNDECLARED_ENTITY)
    return error->str1 != NULL ? OXML_ENTITY : OXML_NOT_WELL_FORMED;
  if (error->level < XML_ERR_ERROR) return 0;
  if (error->code == XML_ERR_NAME_TOO_LONG) return OXML_LONG_MARKUP;
  return OXML_NOT_WELL_FORMED;
}

static void on_error(void *data, xmlErrorPtr error) {
  OXMLReader *reader = data;
  if (error == NULL || reader->state == OXML_FAILED) return;
  int32_t problem = problem_of(error);
  if (problem == 0 || (reader->is_finishing && fail_if_cut(reader))) return;
  const char *message = problem == OXML_ENTITY ? error->str1 : error->message;
  fail(reader, problem, error->line, message != NULL ? message : "unreadable");
}

void set_refusals(xmlSAXHandler *handler) {
  handler->internalSubset = on_doctype;
  handler->entityDecl = on_entity_declaration;
  handler->reference = on_reference;
  handler->resolveEntity = on_resolve;
  handler->serror = on_error;
}
