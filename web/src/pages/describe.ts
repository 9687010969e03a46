import './plain';
import '../components/describe-page';
