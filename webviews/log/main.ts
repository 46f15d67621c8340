import { Endpoint } from '../../extension/protocol/endpoint';
import '../shared/assets';
import { hostChannel } from '../shared/vsCodeApi';
import { CmLog } from './logView';

const api = acquireVsCodeApi();
// A search through a large log on a share may take minutes; what nobody waits for any more is cancelled.
document.body.append(new CmLog(new Endpoint(hostChannel(api), 0), api));
