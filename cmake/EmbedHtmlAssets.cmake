# Writes OUTPUT, a C++ source with STYLE and SCRIPT, the files of the HTML report, and the script's hash as a content
# security policy names it. Run by: cmake -DOUTPUT=... -DSTYLE=... -DSCRIPT=... -P EmbedHtmlAssets.cmake
cmake_policy(SET CMP0054 NEW)

# The base64 of hexadecimal digits, whose number is a multiple of 6 (three bytes) and 4 more (two bytes): a SHA-256.
function(base64_of_sha256 digits result)
  set(alphabet "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
  string(APPEND digits "00")
  set(text "")
  foreach(at RANGE 0 60 6)
    string(SUBSTRING "${digits}" ${at} 6 three_bytes)
    foreach(shift IN ITEMS 18 12 6 0)
      math(EXPR index "(0x${three_bytes} >> ${shift}) & 63")
      string(SUBSTRING "${alphabet}" ${index} 1 character)
      string(APPEND text "${character}")
    endforeach()
  endforeach()
  string(SUBSTRING "${text}" 0 43 text)
  set(${result} "${text}=" PARENT_SCOPE)
endfunction()

file(READ "${STYLE}" style)
file(READ "${SCRIPT}" script)
file(SHA256 "${SCRIPT}" digits)
base64_of_sha256("${digits}" hash)
file(WRITE "${OUTPUT}" "// Written by cmake/EmbedHtmlAssets.cmake.
#include \"report/html_assets.h\"

namespace gcmock {

std::string_view html_style() {
  return R\"gcmock_asset(${style})gcmock_asset\";
}

std::string_view html_script() {
  return R\"gcmock_asset(${script})gcmock_asset\";
}

std::string_view html_script_hash() {
  return \"sha256-${hash}\";
}

}  // namespace gcmock
")
