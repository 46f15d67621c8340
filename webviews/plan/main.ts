import { Endpoint } from '../../extension/protocol/endpoint';
import '../shared/assets';
import { hostChannel } from '../shared/vsCodeApi';
import { CmPlan } from './planView';

document.body.append(new CmPlan(new Endpoint(hostChannel(acquireVsCodeApi()))));
