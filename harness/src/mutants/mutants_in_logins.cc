#include "mutants/changed_requests.h"
#include "mutants/mutants_by_bug.h"

namespace gcmock {
namespace {

CodeProof proof_of_one_login() {
  static const CodeProof proof = make_code_proof();
  return proof;
}

// RFC 7636 §4.1 asks for 43 characters; these are their first eight, and no digest of anything.
CodeProof short_proof() {
  CodeProof proof = make_code_proof();
  proof.challenge = proof.challenge.substr(0, 8);
  return proof;
}

void prove_plainly(Conduct& conduct) {
  conduct.make_proof = [] {
    CodeProof proof = make_code_proof();
    proof.challenge = proof.verifier;
    return proof;
  };
  conduct.change_login = [](FormFields& question) { set_field(question, "code_challenge_method", "plain"); };
}

void redeem_at_another_address(SentRequest&, FormFields& grant, const OrgAmongOthers&) {
  if (const std::string address = field_of(grant, "redirect_uri"); !address.empty())
    set_field(grant, "redirect_uri", address + "/");
}

void forget_the_verifier(SentRequest&, FormFields& grant, const OrgAmongOthers&) {
  std::erase_if(grant, [](const auto& field) { return field.first == "code_verifier"; });
}

}  // namespace

std::vector<Mutant> mutants_in_logins() {
  return {
      {"presents_the_code_again", "keeps the authorization code and presents it at the next login", "I-20",
       [](Conduct& conduct) { conduct.gives_up_codes = false; }},
      {"proves_itself_plainly", "uses PKCE with the method plain", "I-28", prove_plainly},
      {"proves_itself_twice_alike", "makes its PKCE verifier once and uses it for every login", "I-28",
       [](Conduct& conduct) { conduct.make_proof = proof_of_one_login; }},
      {"cuts_its_challenge_short", "sends a PKCE challenge that is too short", "I-28",
       [](Conduct& conduct) { conduct.make_proof = short_proof; }},
      {"forgets_its_verifier", "redeems the code without the verifier that its challenge asks for", "I-28",
       [](Conduct& conduct) { conduct.change_token_request = forget_the_verifier; }},
      {"uses_one_state", "sends the same state with every login", "I-29",
       [](Conduct& conduct) { conduct.make_state = [] { return std::string("state"); }; }},
      {"redeems_at_another_address", "redeems the code with another redirect_uri than it asked with", "I-29",
       [](Conduct& conduct) { conduct.change_token_request = redeem_at_another_address; }},
  };
}

}  // namespace gcmock
