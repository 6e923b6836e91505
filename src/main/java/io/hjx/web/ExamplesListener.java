package io.hjx.web;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.annotation.WebListener;

/** Puts the pages of examples at their paths, where the examples are there and the application has no such page. */
@WebListener
public class ExamplesListener implements ServletContextListener {

    private boolean chat;

    @Inject
    void wire(Examples examples) {
        chat = examples.chat();
    }

    @Override
    public void contextInitialized(ServletContextEvent event) {
        if (!chat) {
            return;
        }
        ServletRegistration page = event.getServletContext().addServlet("chat-page", ChatPage.class);
        for (String path : new String[] {ChatPage.PAGE, ChatPage.STYLE, ChatPage.MODULE}) {
            // What the application has there already stays, and is told by what this returns
            page.addMapping(path);
        }
    }
}
