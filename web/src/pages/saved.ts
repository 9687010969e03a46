import './plain';
import '../components/saved-page';
