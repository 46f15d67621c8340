import { Endpoint } from '../../extension/protocol/endpoint';
import '../shared/assets';
import { hostChannel } from '../shared/vsCodeApi';
import { CmCalendar } from './calendarView';

const api = acquireVsCodeApi();
document.body.append(new CmCalendar(new Endpoint(hostChannel(api)), api));
