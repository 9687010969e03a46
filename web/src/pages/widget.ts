import './plain';
import '../components/widget-page';
