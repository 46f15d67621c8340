import { Endpoint } from '../../extension/protocol/endpoint';
import '../shared/assets';
import { hostChannel } from '../shared/vsCodeApi';
import { CmMissing } from './missingView';

const api = acquireVsCodeApi();
document.body.append(new CmMissing(new Endpoint(hostChannel(api)), api));
