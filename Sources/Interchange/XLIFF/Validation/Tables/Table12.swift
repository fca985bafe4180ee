// XLIFF 1.2, transitional and strict: elements by its sections 2.2 to 2.4, attributes by 2.3 and 2.5.

extension Tables {
  /// The elements of 1.2. The strict variant leaves out what 1.2 deprecates (1.2, appendix on strict and transitional) and
  /// takes from others only what is in a namespace of its own.
  static func xliff12(strict: Bool) -> [ElementRule] {
    let inline = "text (g | bpt | ept | ph | it | mrk | x | bx | ex)*"
    let any = strict ? "other" : "unlisted"
    let old = { (attribute: String) in strict ? "" : attribute + "; " }
    let ts = old("ts")
    let properties = strict ? "" : " prop-group*"
    let property = strict ? "" : " | prop-group"
    let code = "id!; \(ts)xid; equiv-text; \(any)"
    let reference = "(internal-file | external-file)"
    let user =
      "restype restype; resname; extradata; extype; help-id NMTOKEN; menu; menu-option; menu-name; coord coord; font; "
      + "css-style; style NMTOKEN; exstyle NMTOKEN"
    let sizes =
      "size-unit sizeUnit; maxwidth NMTOKEN; minwidth NMTOKEN; maxheight NMTOKEN; minheight NMTOKEN; maxbytes NMTOKEN; "
      + "minbytes NMTOKEN; charclass; merged-trans yesNo"
    var rules = [
      ElementRule("xliff", "(other | file)+", "version! version; xml:lang language; \(any)"),
      ElementRule(
        "file", "header? body",
        "original!; source-language! language; datatype! datatype; tool-id; \(old("tool"))date dateTime; xml:space space; "
          + "\(ts)category; target-language language; product-name; product-version; build-num; \(any)"),
      ElementRule(
        "header",
        "skl? phase-group? (glossary | reference | count-group\(property) | note | tool)* other*"),
      ElementRule("skl", reference),
      ElementRule("glossary", reference),
      ElementRule("reference", reference),
      ElementRule("internal-file", "text", "form; crc NMTOKEN"),
      ElementRule("external-file", "", "href!; crc NMTOKEN; uid NMTOKEN"),
      ElementRule("note", "text", "xml:lang language; priority priority; from; annotates annotates"),
      ElementRule("phase-group", "phase+"),
      ElementRule(
        "phase", "note*",
        "phase-name!; process-name!; company-name; tool-id; \(old("tool"))date dateTime; job-id; contact-name; "
          + "contact-email; contact-phone"),
      ElementRule("count-group", "count*", "name!"),
      ElementRule("count", "text", "count-type countType; phase-name; unit unit"),
      ElementRule("context-group", "context+", "name; crc NMTOKEN; purpose purpose"),
      ElementRule("context", "text", "context-type! contextType; match-mandatory yesNo; crc NMTOKEN"),
      ElementRule("tool", "text any*", "tool-id!; tool-name!; tool-version; tool-company; \(any)"),
      ElementRule("body", "(group | trans-unit | bin-unit)*"),
      ElementRule(
        "group", "context-group* count-group*\(properties) note* other* (group | trans-unit | bin-unit)*",
        "id; datatype datatype; xml:space space; \(ts)\(user); translate yesNo; reformat reformat; \(sizes); \(any)"),
      ElementRule(
        "trans-unit",
        "source seg-source? target? (context-group | count-group\(property) | note | alt-trans)* other*",
        "id!; approved yesNo; translate yesNo; reformat reformat; xml:space space; datatype datatype; \(ts)phase-name; "
          + "\(user); \(sizes); \(any)"),
      ElementRule("source", inline, "xml:lang language; \(ts)\(any)"),
      ElementRule("seg-source", inline, "xml:lang language; \(ts)\(any)"),
      ElementRule(
        "target", inline,
        "state state; state-qualifier stateQualifier; phase-name NMTOKEN; xml:lang language; \(ts)"
          + "\(old("restype restype"))resname; coord coord; font; css-style; style NMTOKEN; exstyle NMTOKEN; "
          + "equiv-trans yesNo; \(any)"),
      ElementRule(
        "alt-trans",
        "source? seg-source? target\(strict ? "" : "+") context-group*\(properties) note* other*",
        "match-quality; tool-id; \(old("tool"))crc NMTOKEN; xml:lang language; origin; datatype datatype; "
          + "xml:space space; \(ts)\(user); mid NMTOKEN; phase-name NMTOKEN; alttranstype alternative; \(any)"),
      ElementRule(
        "bin-unit",
        "bin-source bin-target? (context-group | count-group\(property) | note | trans-unit)* other*",
        "id!; mime-type! mediaType; approved yesNo; translate yesNo; reformat reformat; \(ts)restype restype; resname; "
          + "phase-name; \(any)"),
      ElementRule("bin-source", reference, "\(ts)\(any)"),
      ElementRule(
        "bin-target", reference,
        "mime-type mediaType; \(ts)state state; state-qualifier stateQualifier; phase-name NMTOKEN; restype restype; "
          + "resname; \(any)"),
      ElementRule("g", inline, "ctype delimiter; clone yesNo; \(code)"),
      ElementRule("x", "", "ctype placeholder; clone yesNo; \(code)"),
      ElementRule("bx", "", "rid NMTOKEN; ctype delimiter; clone yesNo; \(code)"),
      ElementRule("ex", "", "rid NMTOKEN; \(code)"),
      ElementRule("ph", "text sub*", "ctype placeholder; crc; assoc association; \(code)"),
      ElementRule("bpt", "text sub*", "rid NMTOKEN; ctype delimiter; crc; \(code)"),
      ElementRule("ept", "text sub*", "rid NMTOKEN; crc; \(code)"),
      ElementRule("it", "text sub*", "pos! position; rid NMTOKEN; ctype delimiter; crc; \(code)"),
      ElementRule("sub", inline, "datatype datatype; ctype delimiter; xid"),
      ElementRule("mrk", inline, "mtype! markType; mid NMTOKEN; comment; \(ts)\(any)"),
    ]
    if !strict {
      rules.append(ElementRule("prop-group", "prop+", "name"))
      rules.append(ElementRule("prop", "text", "prop-type!; xml:lang language"))
    }
    return rules
  }
}
