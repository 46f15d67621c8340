import { Endpoint } from '../../extension/protocol/endpoint';
import '../shared/assets';
import { hostChannel } from '../shared/vsCodeApi';
import { CmRun } from './runView';

const api = acquireVsCodeApi();
document.body.append(new CmRun(new Endpoint(hostChannel(api)), api));
