import { Endpoint } from '../../extension/protocol/endpoint';
import '../shared/assets';
import { hostChannel } from '../shared/vsCodeApi';
import { CmLibrary } from './libraryView';

const api = acquireVsCodeApi();
document.body.append(new CmLibrary(new Endpoint(hostChannel(api)), api));
