import './plain';
import '../components/briefing-page';
