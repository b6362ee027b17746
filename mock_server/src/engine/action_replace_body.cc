// Another body under the same status: a page of HTML, as captive portals and gateways send, or nothing at all.
#include "engine/scripted_answer.h"

namespace gcmock {
namespace {

void put_content_type(std::string value, Headers& headers) {
  std::erase_if(headers, [](const auto& header) { return same_name(header.first, "Content-Type"); });
  if (!value.empty()) headers.emplace_back("Content-Type", std::move(value));
}

}  // namespace

void edit(const ReplaceBody& replace, const Edit& edit) {
  switch (replace.with) {
    case ReplaceBody::With::html:
      put_body("<!DOCTYPE html>\n<html><head><title>Sign in</title></head><body>Please wait.</body></html>\n",
               edit.reply);
      put_content_type("text/html; charset=utf-8", edit.reply.answer.headers);
      return;
    case ReplaceBody::With::nothing:
      put_body("", edit.reply);
      put_content_type("", edit.reply.answer.headers);
      return;
  }
}

}  // namespace gcmock
