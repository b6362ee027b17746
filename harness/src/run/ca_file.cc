#include "run/ca_file.h"

#include <fstream>

#include "gcmock/error.h"

namespace gcmock {

CaFile::CaFile(const std::string& certificate) {
  if (certificate.empty()) return;
  path_ = folder_.emplace().path() + "/ca.pem";
  std::ofstream file(path_);
  file << certificate << std::flush;
  if (!file) throw Error("cannot write " + path_);
}

}  // namespace gcmock
