import './plain';
