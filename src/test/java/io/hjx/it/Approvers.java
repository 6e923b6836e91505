package io.hjx.it;

import jakarta.annotation.security.DeclareRoles;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;

/** Tells the server which roles the application has: of others it says that nobody has them. */
@WebServlet("/approvers")
@DeclareRoles("approver")
public class Approvers extends HttpServlet {
    private static final long serialVersionUID = 1L;
}
