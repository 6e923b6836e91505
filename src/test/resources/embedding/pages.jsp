<%@ page contentType="text/html; charset=UTF-8" session="false" %>
<%@ taglib prefix="hjx" uri="io.hjx.tags" %>
<!doctype html>
<html lang="en">
  <head>
    <title>Jakarta Pages</title>
    <hjx:head/>
  </head>
  <body>
    <h1>Jakarta Pages</h1>
    <% request.setAttribute("key", "another"); %>
    <div id="tag"><hjx:component name="Counter" key="${param.key}"/></div>
    <div id="expression">${hjx.render('Counter', param.key)}</div>
    <div id="keyless"><hjx:component name="SharedNote"/></div>
    <div id="unknown"><hjx:component name="No<b>dy"/></div>
    <div id="refused"><hjx:component name="Payroll"/></div>
  </body>
</html>
