import { Endpoint } from '../../extension/protocol/endpoint';
import '../shared/assets';
import { hostChannel } from '../shared/vsCodeApi';
import { CmCycles } from './cyclesView';

const api = acquireVsCodeApi();
document.body.append(new CmCycles(new Endpoint(hostChannel(api)), api));
