import { Endpoint } from '../../extension/protocol/endpoint';
import '../shared/assets';
import { hostChannel } from '../shared/vsCodeApi';
import { CmCleanup } from './cleanupView';

const api = acquireVsCodeApi();
document.body.append(new CmCleanup(new Endpoint(hostChannel(api)), api));
