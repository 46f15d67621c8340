import { Endpoint } from '../../extension/protocol/endpoint';
import '../shared/assets';
import { hostChannel } from '../shared/vsCodeApi';
import { CmHistory } from './historyView';

const api = acquireVsCodeApi();
document.body.append(new CmHistory(new Endpoint(hostChannel(api)), api));
