import { drawCharts } from './draw-charts';
import { reloadLater } from './reload-later';

drawCharts();
reloadLater();
