import { Endpoint } from '../../extension/protocol/endpoint';
import '../shared/assets';
import { hostChannel } from '../shared/vsCodeApi';
import { CmMatrix } from './matrixView';

const api = acquireVsCodeApi();
document.body.append(new CmMatrix(new Endpoint(hostChannel(api)), api));
