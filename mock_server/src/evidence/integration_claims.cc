// What is claimed of integrations.
#include <array>

#include "evidence/claim_rows.h"

namespace gcmock {
namespace {

constexpr std::array rows{
    ClaimRow{"integration.what_each_operation_asks", "What each operation asks for, takes and declares as errors",
             EvidenceLevel::vendor_openapi, "the Platform API description"},
    ClaimRow{"integration.integration_created_disabled_with",
             "An integration is created disabled, with version 1 of its configuration; what it reports is what was "
             "intended, at once",
             EvidenceLevel::assumed, "", "postIntegrations"},
    ClaimRow{"integration.creating_one_authorizes_its",
             "Creating one authorizes its type's `vendorOAuthClientIds` in the org: their users log in and refresh "
             "from then on",
             EvidenceLevel::vendor_openapi,
             "IntegrationType (\"must be authorized when the integration is created\"); with which scopes is "
             "`assumed`: those that the vendor's org registered"},
    ClaimRow{"integration.enabling_one_authorizes_them",
             "Enabling one authorizes them again where an admin had revoked them", EvidenceLevel::assumed, ""},
    ClaimRow{"integration.deleting_one_leaves_its", "Deleting one leaves its vendor's clients authorized",
             EvidenceLevel::assumed, "", "deleteIntegration"},
    ClaimRow{"integration.patch_takes_enabled_disabled", "`PATCH` takes `ENABLED`, `DISABLED`, `DELETED`, `RESTORED`",
             EvidenceLevel::vendor_openapi,
             "Integration.intendedState; that a deleted one is not found until it is restored, and is disabled then, "
             "is `assumed`"},
    ClaimRow{"integration.put_configuration_asks_for",
             "`PUT` of the configuration asks for the current version and for all of its members",
             EvidenceLevel::vendor_openapi, "409 `version.conflict`, IntegrationConfiguration"},
    ClaimRow{"integration.type_has_as_many", "A type has as many integrations as its `maxInstances` says",
             EvidenceLevel::vendor_openapi, "`max.integrations.reached`"},
    ClaimRow{"integration.clientapps_lists_enabled_integrations",
             "`clientapps` lists enabled integrations of types that `clientapps` provides, to callers with all of the "
             "type's `userPermissions`",
             EvidenceLevel::vendor_openapi,
             "getIntegrationsClientapps, IntegrationType.userPermissions; the provider is `assumed`"},
    ClaimRow{"integration.config_integration_where_expand",
             "`config` is in an integration where `expand` lists `config.current`", EvidenceLevel::assumed, "",
             "getIntegrations getIntegration"},
    ClaimRow{"integration.which_types_there_world", "Which types there are is the world's `integration_types`",
             EvidenceLevel::assumed, "the vendor has many", "getIntegrationsTypes getIntegrationsType"},
};

}  // namespace

std::span<const ClaimRow> integration_claims() {
  return rows;
}

}  // namespace gcmock
