import { Endpoint } from '../../extension/protocol/endpoint';
import '../shared/assets';
import { hostChannel } from '../shared/vsCodeApi';
import { CmCompare } from './compareView';

const api = acquireVsCodeApi();
document.body.append(new CmCompare(new Endpoint(hostChannel(api)), api));
