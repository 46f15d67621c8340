import { Endpoint } from '../../extension/protocol/endpoint';
import '../shared/assets';
import { hostChannel } from '../shared/vsCodeApi';
import { CmAnalysis } from './analysisView';

const api = acquireVsCodeApi();
document.body.append(new CmAnalysis(new Endpoint(hostChannel(api)), api));
