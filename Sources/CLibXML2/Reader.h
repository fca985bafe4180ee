/* What the files of this target share: a reader's insides. */
#ifndef READER_H
#define READER_H

#include "CLibXML2.h"
#include "Names.h"

#include <libxml/parser.h>

#define MESSAGE_SIZE 512

typedef struct {
  int32_t name;
  int32_t line;
} OpenElement;

/* How far a start tag has been looked at that is not complete yet. */
typedef struct {
  size_t seen;
  int32_t attributes;
  uint8_t quote;
} WaitingTag;

struct OXMLReader {
  xmlParserCtxtPtr context;
  int32_t options;
  int32_t state;

  OXMLEvent *events;
  size_t event_count, event_capacity;
  OXMLAttribute *attributes;
  size_t attribute_count, attribute_capacity;
  OXMLDeclaration *declarations;
  size_t declaration_count, declaration_capacity;
  uint8_t *arena;
  size_t arena_count, arena_capacity;

  NameTable names;
  NameTable qualified;

  OpenElement open[OXML_MAX_DEPTH];
  int32_t depth;
  int32_t is_finishing;
  WaitingTag waiting;
  /* Whether the last byte of CDATA was a carriage return. */
  int32_t ends_in_return;

  OXMLFailure failure;
  char message[MESSAGE_SIZE];
};

/* The line that the parser is at. */
int32_t current_line(const OXMLReader *reader);

/* Records the first failure and stops the parser; later ones are its consequences. */
void fail(OXMLReader *reader, int32_t problem, int32_t line, const char *message);

void out_of_memory(OXMLReader *reader);

/* The input ended too soon: libxml2's words for that are wrong in push mode, so we say it. 0 where it did not. */
int fail_if_cut(OXMLReader *reader);

/* Fails where markup that is not complete yet is too long, or has too many attributes. */
void check_waiting(OXMLReader *reader);

/* Set the callbacks that make events, and those that refuse. */
void set_events(xmlSAXHandler *handler, int32_t options);
void set_refusals(xmlSAXHandler *handler);

#endif
