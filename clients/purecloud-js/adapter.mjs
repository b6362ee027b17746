// The vendor's JavaScript SDK, unmodified, behind gcmock's session protocol.
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';

import { serve } from '../session.mjs';
import { readSdkError, SdkOrg } from './sdk_org.mjs';

// The SDK reads ~/.genesyscloudjavascript/config when it is loaded; a developer's own must not change a test.
process.env.HOME = process.env.GENESYS_SCRATCH_DIR ?? tmpdir();
const sdk = createRequire(import.meta.url)('purecloud-platform-client-v2');

await serve((name) => new SdkOrg(sdk, name), readSdkError);
