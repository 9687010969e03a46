import './plain';
import '../components/accessibility-page';
