document.title = "kiertoon";
