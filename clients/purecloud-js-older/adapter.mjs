// The vendor's JavaScript SDK of an older generation, unmodified: used just as the present one is.
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';

import { readSdkError, SdkOrg } from '../purecloud-js/sdk_org.mjs';
import { serve } from '../session.mjs';

// The SDK reads ~/.genesyscloudjavascript/config when it is loaded; a developer's own must not change a test.
process.env.HOME = process.env.GENESYS_SCRATCH_DIR ?? tmpdir();
const sdk = createRequire(import.meta.url)('purecloud-platform-client-v2');

await serve((name) => new SdkOrg(sdk, name), readSdkError);
