import { drawCharts } from './draw-charts';

drawCharts();
