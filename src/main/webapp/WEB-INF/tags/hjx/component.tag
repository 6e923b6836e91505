<%@ tag pageEncoding="UTF-8" body-content="empty" trimDirectiveWhitespaces="true" %>
<%@ attribute name="name" required="true" description="The component's name" %>
<%@ attribute name="key" description="The instance's key; none for the one without" %>
<%-- pageScope: an attribute of the request may be called the same --%>
${hjx.render(pageScope.name, pageScope.key)}
