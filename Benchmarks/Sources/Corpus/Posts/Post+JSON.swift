// A post as the REST API answers it: <https://developer.wordpress.org/rest-api/reference/posts/>.

extension Post {
  /// Appends the post as one line of JSON, without its line feed.
  package func write(to json: inout [UInt8]) {
    let slug = "article-\(id)"
    let link = "\(Address.site)/en/skin-advice/\(slug)/"
    let date = "2026-0\(id % 9 + 1)-\(id % 18 + 10)T0\(id % 10):\(id % 50 + 10):\(id % 49 + 11)"
    json.write("{\"id\":\(id)")
    for key in ["date", "date_gmt", "modified", "modified_gmt"] { json.write(",\"\(key)\":\"\(date)\"") }
    json.write(",\"guid\":{\"rendered\":")
    json.write(json: Array("\(Address.site)/?p=\(id)".utf8))
    json.write("},\"slug\":\"\(slug)\",\"status\":\"publish\",\"type\":\"post\",\"link\":")
    json.write(json: Array(link.utf8))
    json.write(",\"title\":")
    write(raw: title, rendered: title, to: &json)
    json.write("},\"content\":")
    write(raw: content, rendered: rendered, to: &json)
    json.write(",\"protected\":false\(form == .blocks ? ",\"block_version\":1" : "")},\"excerpt\":")
    write(raw: excerpt ?? [], rendered: renderedExcerpt, to: &json)
    json.write(",\"protected\":false},\"author\":2,\"featured_media\":\(id % 8000 + 2000),\"comment_status\":\"open\"")
    json.write(
      ",\"ping_status\":\"open\",\"sticky\":false,\"template\":\"\",\"format\":\"standard\",\"meta\":{\"footnotes\":\"\""
    )
    json.write(",\"rank_math_title\":")
    json.write(json: title + Array(" | Lindenhof".utf8))
    json.write(",\"rank_math_description\":")
    json.write(json: description)
    json.write(",\"rank_math_canonical_url\":")
    json.write(json: Array(link.utf8))
    json.write(
      ",\"rank_math_focus_keyword\":\"acne scars\"},\"categories\":[31],\"tags\":[],\"class_list\":[\"post-\(id)\"")
    json.write(",\"post\",\"type-post\",\"status-publish\",\"category-skin-advice\"],\"_links\":{\"self\":[{\"href\":")
    json.write(json: Array("\(Address.site)/wp-json/wp/v2/posts/\(id)".utf8))
    json.write("}],\"curies\":[{\"name\":\"wp\",\"href\":\"https:\\/\\/api.w.org\\/{rel}\",\"templated\":true}]}}")
  }

  /// `{"raw":…,"rendered":…`, open for more members; raw only where the form has one.
  private func write(raw: [UInt8], rendered: [UInt8], to json: inout [UInt8]) {
    json.write("{")
    if form != .rendered {
      json.write("\"raw\":")
      json.write(json: raw)
      json.write(",")
    }
    json.write("\"rendered\":")
    json.write(json: rendered)
  }

  /// The excerpt by hand, or the content's first 55 words as `wp_trim_excerpt` takes them, with its mark at the end.
  private var renderedExcerpt: [UInt8] {
    var html = Array("<p>".utf8)
    if let excerpt {
      html.write(excerpt)
    } else {
      var words = 0
      var isInTag = false
      var isInWord = false
      for byte in rendered {
        if byte == 0x3C { isInTag = true }
        if !isInTag, byte.isSpace {
          if isInWord { html.append(0x20) }
          isInWord = false
        } else if !isInTag {
          if !isInWord { words += 1 }
          if words > 55 { break }
          isInWord = true
          html.append(byte)
        }
        if byte == 0x3E { isInTag = false }
      }
      html.write("[&hellip;]")
    }
    html.write("</p>\n")
    return html
  }
}
