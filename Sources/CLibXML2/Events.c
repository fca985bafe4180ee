/* libxml2's SAX2 callbacks that append to growing arrays. */
#include "Reader.h"

#include <string.h>

static OXMLEvent *append_event(OXMLReader *reader, int32_t kind) {
  if (!grow((void **)&reader->events, &reader->event_capacity, reader->event_count + 1, sizeof *reader->events)) {
    out_of_memory(reader);
    return NULL;
  }
  OXMLEvent *event = &reader->events[reader->event_count++];
  memset(event, 0, sizeof *event);
  event->kind = kind;
  event->line = current_line(reader);
  event->offset = reader->arena_count;
  return event;
}

static int append_bytes(OXMLReader *reader, const xmlChar *bytes, size_t count) {
  if (!grow((void **)&reader->arena, &reader->arena_capacity, reader->arena_count + count, 1)) {
    out_of_memory(reader);
    return 0;
  }
  if (count > 0) memcpy(reader->arena + reader->arena_count, bytes, count);
  reader->arena_count += count;
  return 1;
}

static size_t length_of(const xmlChar *string) { return string != NULL ? strlen((const char *)string) : 0; }

/* MARK: elements */

/* The number of the expanded name, and where markup is kept that of the qualified one; 0 when that failed. */
static int number_names(
    OXMLReader *reader, const xmlChar *local, const xmlChar *prefix, const xmlChar *uri, int32_t *name,
    int32_t *qualified) {
  *name = names_number(&reader->names, local, uri);
  *qualified = reader->options & OXML_KEEPS_MARKUP ? names_number(&reader->qualified, local, prefix) : 0;
  if (*name < 0 || *qualified < 0) {
    out_of_memory(reader);
    return 0;
  }
  if (reader->names.count > OXML_MAX_NAMES || reader->qualified.count > OXML_MAX_NAMES) {
    fail(reader, OXML_MANY_NAMES, current_line(reader), (const char *)local);
    return 0;
  }
  return 1;
}

static void append_declarations(OXMLReader *reader, OXMLEvent *event, int count, const xmlChar **namespaces) {
  event->first_declaration = reader->declaration_count;
  event->declaration_count = count;
  if (!grow((void **)&reader->declarations, &reader->declaration_capacity, reader->declaration_count + (size_t)count,
            sizeof *reader->declarations)) {
    out_of_memory(reader);
    return;
  }
  for (int index = 0; index < count; index++) {
    const xmlChar *prefix = namespaces[2 * index], *uri = namespaces[2 * index + 1];
    OXMLDeclaration *slot = &reader->declarations[reader->declaration_count++];
    slot->offset = reader->arena_count;
    slot->prefix_count = length_of(prefix);
    slot->count = length_of(uri);
    if (!append_bytes(reader, prefix, slot->prefix_count) || !append_bytes(reader, uri, slot->count)) return;
  }
}

static void on_start(
    void *data, const xmlChar *local, const xmlChar *prefix, const xmlChar *uri, int namespace_count,
    const xmlChar **namespaces, int attribute_count, int defaulted_count, const xmlChar **attributes) {
  (void)defaulted_count;
  OXMLReader *reader = data;
  if (reader->state == OXML_FAILED) return;
  memset(&reader->waiting, 0, sizeof reader->waiting);
  if (reader->depth >= OXML_MAX_DEPTH) {
    fail(reader, OXML_TOO_DEEP, current_line(reader), (const char *)local);
    return;
  }
  if (attribute_count + namespace_count > OXML_MAX_ATTRIBUTES) {
    fail(reader, OXML_MANY_ATTRIBUTES, current_line(reader), (const char *)local);
    return;
  }
  OXMLEvent *event = append_event(reader, OXML_START_ELEMENT);
  if (event == NULL || !number_names(reader, local, prefix, uri, &event->name, &event->qualified)) return;
  event->first_attribute = reader->attribute_count;
  event->attribute_count = attribute_count;
  if (!grow((void **)&reader->attributes, &reader->attribute_capacity,
            reader->attribute_count + (size_t)attribute_count, sizeof *reader->attributes)) {
    out_of_memory(reader);
    return;
  }
  reader->open[reader->depth].name = event->name;
  reader->open[reader->depth].line = event->line;
  reader->depth++;
  if (reader->options & OXML_KEEPS_MARKUP) append_declarations(reader, event, namespace_count, namespaces);
  for (int index = 0; index < attribute_count; index++) {
    /* libxml2 gives five pointers an attribute: local name, prefix, namespace, value's start and end. */
    const xmlChar **attribute = attributes + (size_t)index * 5;
    OXMLAttribute *slot = &reader->attributes[reader->attribute_count++];
    if (!number_names(reader, attribute[0], attribute[1], attribute[2], &slot->name, &slot->qualified)) return;
    slot->offset = reader->arena_count;
    slot->count = (size_t)(attribute[4] - attribute[3]);
    if (!append_bytes(reader, attribute[3], slot->count)) return;
  }
}

static void on_end(void *data, const xmlChar *local, const xmlChar *prefix, const xmlChar *uri) {
  OXMLReader *reader = data;
  if (reader->state == OXML_FAILED) return;
  OXMLEvent *event = append_event(reader, OXML_END_ELEMENT);
  if (event == NULL || !number_names(reader, local, prefix, uri, &event->name, &event->qualified)) return;
  if (reader->depth > 0) reader->depth--;
}

/* MARK: text */

/* The event that text is to be appended to: pieces that follow each other become one event. NULL where it won't do. */
static OXMLEvent *text_event(OXMLReader *reader, size_t count) {
  OXMLEvent *last = reader->event_count > 0 ? &reader->events[reader->event_count - 1] : NULL;
  if (last == NULL || last->kind != OXML_TEXT) last = append_event(reader, OXML_TEXT);
  if (last != NULL && last->count + count > OXML_MAX_TEXT) {
    fail(reader, OXML_LONG_TEXT, current_line(reader), "text");
    return NULL;
  }
  return last;
}

static void on_text(void *data, const xmlChar *bytes, int count) {
  OXMLReader *reader = data;
  if (reader->state == OXML_FAILED || reader->depth == 0 || count <= 0) return;
  OXMLEvent *event = text_event(reader, (size_t)count);
  if (event != NULL && append_bytes(reader, bytes, (size_t)count)) event->count += (size_t)count;
}

/* A line end in CDATA is LF, however it is written (XML 1.0, 2.11): pushed, libxml2 leaves that undone. Long CDATA comes in
 * pieces, so CR LF may be cut; the last piece has `]]>` behind it. */
static void on_cdata(void *data, const xmlChar *bytes, int count) {
  OXMLReader *reader = data;
  const xmlChar *input_end = reader->context->input->end, *end = bytes + count, *run = bytes;
  if (reader->ends_in_return && count > 0 && *run == '\n') run++;
  for (const xmlChar *at = run; at < end; at++) {
    if (*at != '\r') continue;
    on_text(data, run, (int)(at - run));
    on_text(data, (const xmlChar *)"\n", 1);
    run = at + 1 < end && at[1] == '\n' ? at + 2 : at + 1;
  }
  if (run < end) on_text(data, run, (int)(end - run));
  int is_last = input_end - end >= 3 && memcmp(end, "]]>", 3) == 0;
  reader->ends_in_return = !is_last && count > 0 && end[-1] == '\r';
}

static void on_comment(void *data, const xmlChar *value) {
  OXMLReader *reader = data;
  if (reader->state == OXML_FAILED) return;
  OXMLEvent *event = append_event(reader, OXML_COMMENT);
  if (event == NULL) return;
  event->count = length_of(value);
  append_bytes(reader, value, event->count);
}

static void on_instruction(void *data, const xmlChar *target, const xmlChar *value) {
  OXMLReader *reader = data;
  if (reader->state == OXML_FAILED) return;
  OXMLEvent *event = append_event(reader, OXML_INSTRUCTION);
  if (event == NULL) return;
  event->target_count = length_of(target);
  event->count = length_of(value);
  if (!append_bytes(reader, target, event->target_count)) return;
  event->offset = reader->arena_count;
  append_bytes(reader, value, event->count);
}

void set_events(xmlSAXHandler *handler, int32_t options) {
  handler->startElementNs = on_start;
  handler->endElementNs = on_end;
  handler->characters = on_text;
  handler->ignorableWhitespace = on_text;
  handler->cdataBlock = on_cdata;
  if (options & OXML_KEEPS_MARKUP) {
    handler->comment = on_comment;
    handler->processingInstruction = on_instruction;
  }
}
